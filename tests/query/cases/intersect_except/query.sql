SELECT id FROM products INTERSECT SELECT product_id FROM lines EXCEPT SELECT "ProductId" FROM "StockLevels" ORDER BY 1
